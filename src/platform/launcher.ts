/**
 * Calls `onGone` when the launcher that started this process has been killed so that it could pass on no signal.
 * Without a launcher of its own there is nothing to watch.
 */
export function watchLauncher(onGone: () => void): void {
  if (!process.channel) return
  if (!process.connected) return onGone()
  process.once('disconnect', onGone)
  // Watching is no reason to stay.
  process.channel.unref()
}
