// Command importer is what a Go program outside this module needs to compare municipalities: the main job in a few lines.
package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/styrdok/styrdok"
)

func main() {
	ctx := context.Background()
	c, err := styrdok.Read(ctx, os.Args[2:], styrdok.Options{})
	if err != nil {
		log.Fatal(err)
	}
	report := styrdok.Compare(c, styrdok.CompareOptions{Folder: os.Args[1]})
	if err := styrdok.Write(ctx, report, os.Args[1], styrdok.WriteOptions{}); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d documents, %d set aside\n", len(c.Documents), len(c.SetAside))
}
