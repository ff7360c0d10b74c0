package cli_test

import (
	"context"
	"fmt"
	"os"

	"github.com/styrdok/styrdok/cmd/internal/cli"
)

func ExampleMain() {
	code := cli.Main(context.Background(), []string{"analyze", "--format", "jsonl", "målen"}, os.Stdout, os.Stderr)
	fmt.Println(code)
	// Output:
	// {"word":"målen","lemmas":["mål"],"parts":[]}
	// 0
}
