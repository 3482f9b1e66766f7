/** Whether a text has the shape of an e-mail address that mail can be sent to. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[!-?A-~]+@[!-?A-~]+\.[!-?A-~]+$/.test(text)
}
