package opensearchtest

import (
	"errors"
	"net"
	"strconv"
)

// freePorts returns a free port of 127.0.0.1 for HTTP and one for the transport, for each of n nodes.
func freePorts(n int) (http, transport []int, err error) {
	const last = firstPort + 1000
	for p := firstPort; p < last && len(transport) < n; p++ {
		l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(p)))
		if err != nil {
			continue
		}
		if err := l.Close(); err != nil {
			return nil, nil, err
		}
		if len(http) < n {
			http = append(http, p)
		} else {
			transport = append(transport, p)
		}
	}
	if len(transport) < n {
		return nil, nil, errors.New("no free ports")
	}
	return http, transport, nil
}
