package facts

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// statutes are collections of laws and rules, whose numbers look like case numbers.
var statutes = set("SFS AFS SOSFS HSLF FS HSLF-FS SOU MSBFS NFS BFS PBL SKOLFS RÄFS RFS FFS SSMFS LVFS JKFS LIVSFS TSFS DS PROP SS EN ISO EU EG NO NR NUMMER VERSION")

// caseNumber reads a case number at the beginning of s, after blanks and a colon: "2003/184", "KS.2016.82", "KSN-2014-0129", "VON/2025:00149", "KS
// 2019/123", "18/0345", "12/2015-KS". It is letters, a year and a serial number in any order but this; labelled says that a
// label stands before it, so that the letters may be missing.
func caseNumber(s string, labelled bool) (start, end int, ok bool) {
	for start < len(s) {
		c, size := utf8.DecodeRuneInString(s[start:])
		if !labelled || !unicode.IsSpace(c) && c != ':' && c != '.' && c != '[' {
			break
		}
		start += size
	}
	if end := yearFirst(s, start); labelled && end > start {
		return start, end, true
	}
	letters, i := capitals(s, start)
	if statutes[letters] || len(letters) > 8 {
		return 0, 0, false
	}
	if letters == "" && !labelled {
		return 0, 0, false
	}
	if letters != "" {
		i = skipOne(s, i, " .-/\u00a0")
	}
	groups, end := digitGroups(s, i)
	if !plausible(groups, labelled, letters) {
		return 0, 0, false
	}
	if suffix, j := capitals(s, skipOne(s, end, "-./ ")); suffix != "" && letters == "" && len(suffix) <= 5 && j > end+1 && !statutes[suffix] && suffix == strings.ToUpper(suffix) && len(suffix) >= 2 {
		end = j
	}
	return start, end, true
}

// yearFirst returns the end of "2018/KS 0345 003" at byte i: year, letters, serial number, and perhaps a plan code; i if there is none.
func yearFirst(s string, i int) int {
	year, j := number(s, i, 5)
	if j != i+4 || !isYear(s[i:j]) || year == 0 || j >= len(s) || s[j] != '/' {
		return i
	}
	letters, k := capitals(s, j+1)
	if letters == "" || statutes[letters] {
		return i
	}
	k = skipBlanks(s, k)
	_, end := number(s, k, 6)
	if end == k {
		return i
	}
	if p := skipBlanks(s, end); p > end {
		if _, q := number(s, p, 4); q == p+3 {
			return q
		}
	}
	return end
}

// capitals returns the capital letters at byte i of s ("KS", "MHN"); letters that go on in lower case are a word and none.
func capitals(s string, i int) (string, int) {
	j := i
	for j < len(s) {
		c, size := utf8.DecodeRuneInString(s[j:])
		if unicode.IsLower(c) {
			return "", i
		}
		if !unicode.IsUpper(c) {
			break
		}
		j += size
	}
	return s[i:j], j
}

func skipOne(s string, i int, of string) int {
	c, size := utf8.DecodeRuneInString(s[i:])
	if size > 0 && strings.ContainsRune(of, c) {
		return i + size
	}
	return i
}

// maxGroups is how many groups of digits a case number has at most: a plan code of three, a year, a serial number.
const maxGroups = 5

// digitGroups reads groups of digits parted by a hyphen, a slash, a point or a colon, blanks beside a slash allowed.
func digitGroups(s string, i int) (groups []string, end int) {
	end = i
	for len(groups) < maxGroups {
		_, j := number(s, i, 10)
		if j == i {
			break
		}
		groups = append(groups, s[i:j])
		end = j
		if j < len(s) && strings.IndexByte("-/.:", s[j]) >= 0 {
			i = j + 1
			continue
		}
		k := skipBlanks(s, j)
		if k < len(s) && s[k] == '/' {
			i = skipBlanks(s, k+1)
			continue
		}
		break
	}
	return groups, end
}

// plausible reports whether groups of digits are a case number: a year and a serial number, and no date.
func plausible(groups []string, labelled bool, letters string) bool {
	switch len(groups) {
	case 1: // "KS 201682", "Dnr 1234"
		return labelled && len(groups[0]) >= 3
	case 2:
		return isYear(groups[0]) || isYear(groups[1]) || labelled && len(groups[0])+len(groups[1]) >= 3
	case 3, 4, maxGroups:
		date := isYear(groups[0]) && len(groups[1]) == 2 && len(groups[2]) == 2 && letters == ""
		return !date && (isYear(groups[0]) || labelled)
	}
	return false
}

func isYear(s string) bool {
	if len(s) != 4 {
		return false
	}
	n, _ := number(s, 0, 4)
	return n >= minYear && n <= maxYear
}
