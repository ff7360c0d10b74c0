package people

import "strings"

// given are given names that many in Sweden have, in small letters. Left out are those that are words or places as often: Maj, August, Rut.
var given = func() map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(givenNames) {
		m[w], m[w+"s"] = true, true
	}
	return m
}()

const givenNames = `
adam adrian agneta ahmed alexander alexandra alfred ali alice alma amanda amir anders andrea andreas anette angelica anita anja ann anna annika
anneli annelie annette anton arne arvid astrid axel barbro beatrice bengt benjamin berit bernt bertil bertil birger birgit birgitta bjarne björn
bo boel britt britta bror börje camilla carina carl carolina caroline catarina cecilia charlotta charlotte christer christian christina christoffer
claes conny cornelia dag dagny dan daniel daniela david dennis desirée diana doris ebba eddie edit edvin elin elina elisabet elisabeth elise ella ellen
elsa elvira emelie emil emilia emma emmy erik erika eric ernst eskil ester eva evelina ewa fanny fatima felicia felix filip filippa folke frank fredrik
frida fritz gabriel gabriella georg gerd gerda gert gisela greta gudrun gunilla gunnar gustaf gustav göran gösta hampus hanna hannah hans harald harry
hassan hedvig helen helena helene helga henning henrik herman hilda hjalmar holger hugo håkan ida inga inge ingegerd ingela inger ingmar ingrid ingvar
irene iris isabella isak ivar jacob jakob jan jane janne jasmine jenny jens jeanette jerker jesper jessica jimmy joakim joel johan johanna johannes john johnny
jonas jonathan jonna josef josefin josefine julia julius jörgen kaj karin karl karolina katarina kasper kennet kenneth kenny kent kerstin kevin kim kjell klara
klas knut kristian kristin kristina kristoffer kurt lars lasse leif lena lennart leo leon liam lilian lilly linda linn linnea linus lisa lisbeth liselotte louise
lova love lovisa lucas ludvig lukas lydia magdalena magnus maja malin marcus margareta margit margot maria marianne marie marika markus martin martina
matilda mats mattias max mehmet melker michael mikael milla mimmi moa mohamed mohammed mona monica monika morgan märta mårten nadia nathalie nellie niklas nils
nina noah nora olivia olle olof ola olga oskar oscar ove paul patricia patrik paula per pelle peter petra pernilla philip pia pontus ragnar ragnhild rasmus
rebecca rebecka rickard rikard richard robert robin roger roland rolf ronja ronny rune sabina sandra sanna sara sarah sebastian siri signe sigrid sigvard simon sixten
sofia sofie solveig staffan stefan stella stig sture susann susanna susanne svante sven svetlana therese tage terese thea theo theodor tilda tim timothy tina tobias tomas
thomas tommy tony tor torbjörn tord tore torgny torsten tove tuva tyra ulf ulla ulrica ulrika uno urban ursula valter vendela vera victor victoria viggo viktor viktoria vilhelm
vincent viola viveka wilma william vilma yasmin yngve ylva yvonne åke åsa örjan östen`
