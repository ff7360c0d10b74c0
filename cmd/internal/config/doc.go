// Package config settles what a command is asked to do beyond its arguments: flags go before the environment, that before
// styrdok.yaml in the working directory, that before the user's own file, that before the defaults.
//
// It stands outside the flow, between the command line and the packages, and is the only importer of viper. A key
// that is not known and a value that cannot be meant are errors that name the file and the key: a setting that is
// silently ignored is found out about much later, in a report.
//
// Start with [Load].
package config
