// A button that copies the text of the page's one text field. Without a script the text is there to be marked by hand.

const field = document.querySelector<HTMLTextAreaElement>('textarea[readonly]')
const copy = document.querySelector<HTMLButtonElement>('[data-action="copy"]')
const said = document.querySelector<HTMLElement>('[data-copied]')

if (field && copy) {
  copy.hidden = false
  copy.addEventListener('click', () => void copied(field))
}

async function copied(from: HTMLTextAreaElement): Promise<void> {
  from.select()
  try {
    await navigator.clipboard.writeText(from.value)
  } catch {
    // Without https a page may not write to the clipboard: the text stays marked, to be copied by hand.
    return
  }
  if (said) said.hidden = false
}
