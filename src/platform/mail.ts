/**
 * Hands one message to the mail server; throws when it was not taken. The error is told by its code alone, for
 * the server's words may quote the message.
 */
export async function sendMail(server: { smtpUrl: string; mailFrom: string }, mail: Mail): Promise<void> {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport(server.smtpUrl, { disableFileAccess: true, disableUrlAccess: true })
  try {
    await transport.sendMail({
      from: server.mailFrom,
      to: { name: '', address: mail.recipient },
      subject: mail.subject,
      text: mail.body,
      messageId: `<${mail.id}@${server.mailFrom.split('@').at(-1)?.replace(/>$/, '') ?? 'localhost'}>`,
      headers: { 'auto-submitted': 'auto-generated' },
    })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    // oxlint-disable-next-line eslint/preserve-caught-error -- the cause would carry the server's words into a log
    throw new Error(`the mail server did not take the message: ${code}`)
  } finally {
    transport.close()
  }
}

interface Mail {
  id: string
  recipient: string
  subject: string
  body: string
}
