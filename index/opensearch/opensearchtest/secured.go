package opensearchtest

import (
	"encoding/pem"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
)

// Secured starts a proxy with TLS before the first node, which asks for a user and password, as many a cluster stands. It returns its
// host:port and the certificate that it is signed by. The caller closes it.
func (c *Cluster) Secured(user, password string) (proxy *httptest.Server, host string, ca []byte, err error) {
	node, err := url.Parse(c.URLs()[0])
	if err != nil {
		return nil, "", nil, err
	}
	forward := httputil.NewSingleHostReverseProxy(node)
	s := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if u, p, _ := r.BasicAuth(); u != user || p != password {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		forward.ServeHTTP(w, r)
	}))
	return s, s.Listener.Addr().String(), pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: s.Certificate().Raw}), nil
}
