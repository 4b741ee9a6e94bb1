const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * From now on, lets a signal such as Ctrl-C end this process only between two tasks of the event loop: writing a file is
 * one task, so that no temporary file is left. Not called before the first file is written, because until then a signal
 * can end the process at once.
 */
export function delayInterrupts(): void {
	for (const signal of SIGNALS) {
		if (process.listenerCount(signal) === 0) {
			// Without the listener, the same signal has its default effect.
			process.once(signal, () => process.kill(process.pid, signal));
		}
	}
}
