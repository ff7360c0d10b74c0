package evaluation

// align returns the positions of a longest common subsequence of quote and the words from start to end.
func (t *text) align(quote []word, start, end int) []int {
	width := end - start + 1
	long := make([]int, (len(quote)+1)*width) // long[i*width+j]: how many words of quote[i:] stand from start+j on
	for i := len(quote) - 1; i >= 0; i-- {
		for j := end - start - 1; j >= 0; j-- {
			if quote[i].text == t.words[start+j].text {
				long[i*width+j] = 1 + long[(i+1)*width+j+1]
			} else {
				long[i*width+j] = max(long[(i+1)*width+j], long[i*width+j+1])
			}
		}
	}
	var at []int
	for i, j := 0, 0; i < len(quote) && j < end-start; {
		switch {
		case quote[i].text == t.words[start+j].text:
			at = append(at, start+j)
			i, j = i+1, j+1
		case long[(i+1)*width+j] >= long[i*width+j+1]:
			i++
		default:
			j++
		}
	}
	return at
}
