/* global document, window, localStorage, sessionStorage, fetch, FormData, URLSearchParams, Event, history */
// Keeps what is typed in a profile's form: on the device at every pause, and, while it is a draft, with the service every
// 20 seconds. The form does without all this what it does with it, by its buttons.
const form = document.getElementById('profile')
if (form?.dataset.keep) {
  const words = JSON.parse(form.dataset.words)
  const status = document.getElementById('saving')
  const sentMark = 'wicc:sent'
  const notKept = new Set(['_csrf', 'version', 'once', 'then'])
  let changed = false
  let quiet = form.dataset.quiet === 'yes'
  let flight = null

  const time = (at) => new Date(at).toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' })
  const say = (text, at = Date.now()) => { status.textContent = text.replace('{time}', time(at)) }
  const typed = () => [...new FormData(form)].filter(([name]) => !notKept.has(name))
  const original = JSON.stringify(typed())

  // A device may have no room, or forbid to keep anything: then the form is as it is without script.
  const attempt = (work) => { try { return work() } catch { return null } }
  const keep = () => attempt(() => localStorage.setItem(form.dataset.keep, JSON.stringify({ at: Date.now(), fields: typed() })))
  const forget = (key = form.dataset.keep) => attempt(() => localStorage.removeItem(key))

  const fill = (fields) => {
    const values = Map.groupBy ? Map.groupBy(fields, ([name]) => name) : fields.reduce((all, field) => all.set(field[0], [...all.get(field[0]) ?? [], field]), new Map())
    for (const input of form.elements) {
      if (!input.name || input.type === 'submit' || notKept.has(input.name)) continue
      const kept = (values.get(input.name) ?? []).map(([, value]) => value)
      if (input.type === 'checkbox') input.checked = kept.includes(input.value)
      else if (kept.length > 0) input.value = kept[0]
    }
    changed = true
    form.dispatchEvent(new Event('input', { bubbles: true }))
  }

  const offer = () => {
    const kept = attempt(() => JSON.parse(localStorage.getItem(form.dataset.keep)))
    if (!kept || JSON.stringify(kept.fields) === original) return
    const box = document.createElement('div')
    box.className = 'note'
    box.setAttribute('role', 'region')
    box.setAttribute('aria-label', words.restore)
    const line = document.createElement('p')
    line.textContent = words.found.replace('{time}', time(kept.at))
    const button = (text, work) => {
      const made = document.createElement('button')
      made.type = 'button'
      made.className = 'quiet'
      made.textContent = text
      made.addEventListener('click', () => { work(); box.remove(); form.querySelector('input:not([type=hidden]), textarea, select').focus() })
      return made
    }
    const row = document.createElement('p')
    row.className = 'row'
    row.append(button(words.restore, () => fill(kept.fields)), button(words.discard, () => forget()))
    box.append(line, row)
    form.before(box)
  }

  // What was sent with a button and taken is no longer kept: the page that follows says so.
  const sent = attempt(() => sessionStorage.getItem(sentMark))
  if (sent) {
    attempt(() => sessionStorage.removeItem(sentMark))
    if (form.dataset.done) forget(sent)
  }
  if (!form.dataset.faults) offer()

  const post = async () => {
    changed = false
    say(words.saving)
    const body = new URLSearchParams(new FormData(form))
    body.set('status', 'draft')
    const stop = (text) => { quiet = false; changed = true; say(text) }
    try {
      const answer = await fetch(form.getAttribute('action'), { method: 'POST', headers: { accept: 'application/json' }, body })
      if (answer.status === 412) return stop(words.conflict)
      if (answer.status === 401 || answer.status === 403) return stop(words.signedOut)
      if (!answer.ok) { changed = true; return say(answer.status === 422 ? words.incomplete : words.kept) }
      const { version, path, keep: name } = await answer.json()
      form.elements.version.value = version
      if (form.getAttribute('action') !== path) {
        forget()
        form.setAttribute('action', path)
        form.dataset.keep = name
        history.replaceState(null, '', path)
      }
      if (changed) keep()
      else forget()
      say(words.saved)
    } catch {
      changed = true
      say(words.offline)
    }
  }

  let pause
  form.addEventListener('input', () => {
    changed = true
    clearTimeout(pause)
    pause = setTimeout(() => { keep(); if (!quiet) say(words.kept) }, 600)
  })
  window.addEventListener('pagehide', () => { if (changed) keep() })
  setInterval(() => {
    if (!quiet || !changed || flight) return
    flight = post().finally(() => { flight = null })
  }, 20000)
  form.addEventListener('submit', (event) => {
    if (flight) {
      event.preventDefault()
      const { submitter } = event
      flight.finally(() => form.requestSubmit(submitter))
      return
    }
    keep()
    quiet = false
    changed = false
    attempt(() => sessionStorage.setItem(sentMark, form.dataset.keep))
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
  if (!field) return
  const part = field.closest('details')
  if (part) part.open = true
  field.focus()
}
window.addEventListener('hashchange', reveal)
reveal()
