// The token of a one-time link stands after the #, which no browser sends: not to our log, not to a proxy's, not to the
// next page. This puts it into its field and takes it out of the address, so that it stays out of the history too.
// Where no script runs the field is there to be filled by hand, with the code at the end of the mail.

const field = document.querySelector<HTMLInputElement>('input[name="token"]')
if (field) fill(field)

function fill(input: HTMLInputElement): void {
  const token = location.hash.slice(1)
  const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text)
  if (isToken(token)) {
    input.value = token
    history.replaceState(null, '', location.pathname)
  }
  const group = input.closest<HTMLElement>('.form-group')
  if (group && isToken(input.value)) group.hidden = !group.classList.contains('form-error')
}
