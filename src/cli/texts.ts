export const cliTexts = {
  help: `brobygger COMMAND

  start                                          serve, with the embedded database unless DATABASE_URL is set
  migrate                                        bring the database up to date
  municipality add SLUG NAME                     a new municipality
  user add --municipality SLUG --email E --name N --role R
                                                 a new user; prints a one-time link to choose a password
  import registrations FILE --municipality SLUG  contacts from a spreadsheet
  import presence FILE --municipality SLUG       fixed weekly times from a spreadsheet
  export registrations --municipality SLUG --from DAY --to DAY
  evaluate --municipality SLUG --from DAY --to DAY [--raw]
  log verify [--municipality SLUG] [--checkpoint FILE]
                                                 is the access log as it was sealed?
  log checkpoint [--municipality SLUG]           how far it is sealed, to be kept elsewhere
  keys rotate --municipality SLUG                a new key for the CPR numbers

brobygger COMMAND --help says more. Exit code 0: done; 1: failed; 2: refused because of the input.`,
}
