"""Where a dossier is kept: tables of the present, the ledger of the past, both written in one transaction."""
