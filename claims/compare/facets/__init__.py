"""What two statements say in one respect, a file for each facet: every file answers with findings."""
