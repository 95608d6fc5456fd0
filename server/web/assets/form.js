/* global document, window, fetch, FormData, URLSearchParams, history */
// Saves a draft with the service every 20 seconds while it is written; keep.js keeps it on the device meanwhile.
const form = document.getElementById('profile')
const kept = window.wicc?.kept.get(form)
if (kept) {
  const { words } = window.wicc
  let changed = false
  let flight = null

  const post = async () => {
    changed = false
    kept.say(words.saving)
    const body = new URLSearchParams(new FormData(form))
    body.set('status', 'draft')
    const stop = (text) => { delete form.dataset.quiet; changed = true; kept.say(text) }
    try {
      const answer = await fetch(form.getAttribute('action'), { method: 'POST', headers: { accept: 'application/json' }, body })
      if (answer.status === 412) return stop(words.conflict)
      if (answer.status === 401 || answer.status === 403) return stop(words.signedOut)
      if (!answer.ok) { changed = true; return kept.say(answer.status === 422 ? words.incomplete : words.kept) }
      const { version, path, keep: name } = await answer.json()
      form.elements.version.value = version
      if (form.getAttribute('action') !== path) {
        kept.forget()
        form.setAttribute('action', path)
        form.dataset.keep = name
        history.replaceState(null, '', path)
      }
      if (changed) kept.keep()
      else kept.forget()
      kept.say(words.saved)
    } catch {
      changed = true
      kept.say(words.offline)
    }
  }

  form.addEventListener('input', () => { changed = true })
  setInterval(() => {
    if (!form.dataset.quiet || !changed || flight) return
    flight = post().finally(() => { flight = null })
  }, 20000)
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return
    if (flight) {
      event.preventDefault()
      const { submitter } = event
      flight.finally(() => form.requestSubmit(submitter))
      return
    }
    delete form.dataset.quiet
    changed = false
  })
}

// An address has room for the beginning of a long text only, which is enough to find similar ones by.
document.addEventListener('htmx:config:request', ({ detail: { ctx: { request: { body } } } }) => {
  if (!body?.get) return
  for (const name of ['title', 'problem', 'summary']) if (body.get(name)) body.set(name, String(body.get(name)).slice(0, 500))
})
document.addEventListener('htmx:after:swap', () => {
  const found = [...document.querySelectorAll('#similar [data-said]')].map((said) => said.textContent)
  const line = document.getElementById('similar-status')
  if (line) line.textContent = found.join('. ')
})

// A link to a field opens the part of the form that it is in.
const reveal = () => {
  const field = window.location.hash.length > 1 && document.getElementById(decodeURIComponent(window.location.hash.slice(1)))
  const folded = field && field.closest('details:not([open])')
  // To what is in sight the browser goes by itself; doing it again would take the focus from who has gone on since.
  if (!folded) return
  for (let part = folded; part; part = part.parentElement.closest('details')) part.open = true
  field.focus()
}
window.addEventListener('hashchange', reveal)
reveal()
