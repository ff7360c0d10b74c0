package opensearch

// Freeze makes a worker not renew its leases: it has hung, for all that others can see.
func Freeze(q *Queue) { q.frozen = true }
