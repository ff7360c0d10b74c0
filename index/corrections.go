package index

// Corrections returns what people corrected in the documents of the index at place, as [SetCorrections] was given it; nil if there is
// nothing. No writer touches it.
func Corrections(place string, engine Engine) ([]byte, error) {
	s, err := storageOf(place, engine)
	if err != nil {
		return nil, err
	}
	data, err := s.Read(correctionsName)
	if missing(err) {
		return nil, nil
	}
	return data, err
}

// SetCorrections replaces it, whole or not at all. The index must be there, and the caller hold its lock.
func SetCorrections(place string, engine Engine, data []byte) error {
	s, err := storageOf(place, engine)
	if err != nil {
		return err
	}
	return s.Replace(correctionsName, data)
}
