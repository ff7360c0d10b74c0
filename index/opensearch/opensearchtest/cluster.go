package opensearchtest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// Options says what cluster to start; the zero value works.
type Options struct {
	// Nodes is how many; 0 is one. Heap is the heap of each in megabytes; 0 is 512.
	Nodes, Heap int
	// Dir is where their files lie; "" is a temporary folder that Stop removes.
	Dir string
	// Peak lets the runtime compile for speed, for measurements; without it nodes start in half the time.
	Peak bool
	// Settings are further settings of each node, KEY=VALUE.
	Settings []string
}

// A Cluster is nodes that run.
type Cluster struct {
	nodes   []*node
	dir     string
	ownsDir bool
}

type node struct {
	name, url string
	process   *exec.Cmd
	input     io.Closer
	dead      bool
}

// patience is how long a cluster may take to start: a busy machine takes minutes.
const patience = 6 * time.Minute

// firstPort is the first port that is tried for nodes.
const firstPort = 19711

// Start starts a cluster and waits until all of its nodes have joined.
func (j Java) Start(ctx context.Context, o Options) (*Cluster, error) {
	if o.Heap == 0 {
		o.Heap = 512
	}
	o.Nodes = max(o.Nodes, 1)
	c := &Cluster{dir: o.Dir}
	if c.dir == "" {
		dir, err := os.MkdirTemp("", "opensearch")
		if err != nil {
			return nil, err
		}
		c.dir, c.ownsDir = dir, true
	}
	http, transport, err := freePorts(o.Nodes)
	if err != nil {
		return nil, err
	}
	for i := range o.Nodes {
		if err := j.startNode(ctx, c, o, i, http, transport); err != nil {
			return nil, errors.Join(err, c.Stop())
		}
	}
	if err := c.Wait(ctx, o.Nodes); err != nil {
		return nil, errors.Join(err, c.Stop())
	}
	return c, nil
}

// startNode starts node i.
func (j Java) startNode(ctx context.Context, c *Cluster, o Options, i int, http, transport []int) error {
	name := func(i int) string { return fmt.Sprintf("n%d", i+1) }
	dir := filepath.Join(c.dir, name(i))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	settings := append([]string{"node.name=" + name(i), "cluster.name=styrdok-test-" + strconv.Itoa(http[0]), "path.home=" + dir, "path.data=" + filepath.Join(dir, "data"),
		"path.logs=" + filepath.Join(dir, "logs"), "network.host=127.0.0.1", fmt.Sprint("http.port=", http[i]), fmt.Sprint("transport.port=", transport[i]),
		"cluster.routing.allocation.disk.threshold_enabled=false"}, o.Settings...)
	if o.Nodes == 1 {
		settings = append(settings, "discovery.type=single-node")
	} else {
		var seeds, names []string
		for k := range o.Nodes {
			seeds, names = append(seeds, fmt.Sprint("127.0.0.1:", transport[k])), append(names, name(k))
		}
		settings = append(settings, "discovery.seed_hosts="+strings.Join(seeds, ","), "cluster.initial_cluster_manager_nodes="+strings.Join(names, ","))
	}
	p := j.Program(ctx, o.Heap, o.Peak, "Node", settings...)
	log, err := os.Create(filepath.Join(dir, "output.log"))
	if err != nil {
		return err
	}
	defer log.Close()
	p.Stdout, p.Stderr = log, log
	in, err := p.StdinPipe()
	if err != nil {
		return err
	}
	if err := p.Start(); err != nil {
		return err
	}
	c.nodes = append(c.nodes, &node{name: name(i), url: fmt.Sprint("http://127.0.0.1:", http[i]), process: p, input: in})
	return nil
}

// URLs returns the addresses of the nodes that run.
func (c *Cluster) URLs() []string {
	var out []string
	for _, n := range c.nodes {
		if !n.dead {
			out = append(out, n.url)
		}
	}
	return out
}

// Hosts returns the addresses of all nodes, also of those that were killed, as host:port with commas between them.
func (c *Cluster) Hosts() string {
	var out []string
	for _, n := range c.nodes {
		out = append(out, strings.TrimPrefix(n.url, "http://"))
	}
	return strings.Join(out, ",")
}

// Wait waits until so many nodes form the cluster and every shard has its primary.
func (c *Cluster) Wait(ctx context.Context, nodes int) error {
	for until := time.Now().Add(patience); time.Now().Before(until) && ctx.Err() == nil; time.Sleep(500 * time.Millisecond) {
		for _, url := range c.URLs() {
			_, err := get(ctx, fmt.Sprintf("%s/_cluster/health?wait_for_nodes=%d&wait_for_status=yellow&timeout=1s", url, nodes))
			if err == nil {
				return nil
			}
		}
	}
	return errors.Join(ctx.Err(), fmt.Errorf("no cluster of %d nodes after %s; see %s", nodes, patience, c.dir))
}

// KillManager kills the elected manager node (SIGKILL) and returns its name.
func (c *Cluster) KillManager(ctx context.Context) (string, error) {
	data, err := get(ctx, c.URLs()[0]+"/_cat/cluster_manager?format=json")
	if err != nil {
		return "", err
	}
	var rows []struct{ Node string }
	if err := json.Unmarshal(data, &rows); err != nil || len(rows) != 1 {
		return "", fmt.Errorf("no manager in %s", data)
	}
	for _, n := range c.nodes {
		if n.name == rows[0].Node {
			err := n.process.Process.Kill()
			_ = n.process.Wait()
			n.dead = true
			return n.name, err
		}
	}
	return "", fmt.Errorf("the manager %q is none of ours", rows[0].Node)
}

// Stop ends the nodes that run, and removes their files if their folder was not given.
func (c *Cluster) Stop() error {
	var errs []error
	for _, n := range c.nodes {
		if !n.dead {
			errs = append(errs, n.input.Close())
		}
	}
	for _, n := range c.nodes {
		if !n.dead {
			n.end()
		}
	}
	if c.ownsDir {
		errs = append(errs, os.RemoveAll(c.dir))
	}
	return errors.Join(errs...)
}

// end waits until the node has ended, and kills it if it does not.
func (n *node) end() {
	const grace = 10 * time.Second
	timer := time.AfterFunc(grace, func() { _ = n.process.Process.Kill() })
	defer timer.Stop()
	_ = n.process.Wait()
	n.dead = true
}

// get returns the body of an answer.
func get(ctx context.Context, url string) ([]byte, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	if err == nil && answer.StatusCode >= http.StatusBadRequest {
		err = fmt.Errorf("%s: %.200s", answer.Status, data)
	}
	return data, err
}
