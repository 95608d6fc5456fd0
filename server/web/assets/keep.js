/* global document, window, navigator, localStorage, sessionStorage, FormData, Event */
// Keeps on the device, at every pause, what is typed in forms that ask for it (`data-keep`), offers it back to the same person,
// and forgets it when a page says that it was taken. Forms do without all this what they do with it. Scripts of a page share
// their outermost names: here they stand in a block.
{
  const { person, words: said } = document.currentScript.dataset
  const words = JSON.parse(said)
  const own = `wicc:${person}:`
  const sentMark = 'wicc:sent'
  const longest = 30 * 24 * 60 * 60 * 1000
  const notKept = new Set(['_csrf', 'version', 'once', 'then', 'last'])

  // A device may have no room, or forbid to keep anything: then forms are as they are without script.
  const attempt = (work) => { try { return work() } catch { return null } }
  const read = (key) => attempt(() => JSON.parse(localStorage.getItem(key)))
  const forget = (key) => attempt(() => localStorage.removeItem(key))
  const keys = (start) => attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(start))) ?? []

  const time = (at) => new Date(at).toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' })
  const typedIn = (form) => [...new FormData(form)].filter(([name]) => !notKept.has(name))

  const fill = (form, fields) => {
    for (const input of form.elements) {
      if (!input.name || input.type === 'submit' || notKept.has(input.name)) continue
      const kept = fields.filter(([name]) => name === input.name).map(([, value]) => value)
      if (input.type === 'checkbox') input.checked = kept.includes(input.value)
      else if (kept.length > 0) input.value = kept[0]
    }
    form.dispatchEvent(new Event('input', { bubbles: true }))
  }

  const offer = (form, kept, discard) => {
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
    row.append(button(words.restore, () => fill(form, kept.fields)), button(words.discard, discard))
    box.append(line, row)
    form.before(box)
  }

  const keeping = (form) => {
    const key = () => own + form.dataset.keep
    const status = form.querySelector('[data-saving]') ?? form.appendChild(Object.assign(document.createElement('p'), { className: 'hint', role: 'status' }))
    const original = JSON.stringify(typedIn(form))
    const kept = read(key())
    if (kept && !form.dataset.faults && JSON.stringify(kept.fields) !== original) offer(form, kept, () => forget(key()))

    let [pause, changed, waiting] = [undefined, false, false]
    const say = (text, at = Date.now()) => { status.textContent = text.replace('{time}', time(at)) }
    const keep = () => attempt(() => localStorage.setItem(key(), JSON.stringify({ at: Date.now(), fields: typedIn(form) })))
    form.addEventListener('input', () => {
      changed = true
      clearTimeout(pause)
      pause = setTimeout(() => { keep(); if (!form.dataset.quiet) say(words.kept) }, 600)
    })
    window.addEventListener('pagehide', () => { if (changed) keep() })
    window.addEventListener('online', () => { if (waiting) say(words.online) })
    form.addEventListener('submit', (event) => {
      clearTimeout(pause)
      keep()
      waiting = navigator.onLine === false
      if (waiting) {
        event.preventDefault()
        return say(words.cannotSend)
      }
      changed = false
      attempt(() => sessionStorage.setItem(sentMark, key()))
    })
    return { keep, say, forget: () => { changed = false; clearTimeout(pause); forget(key()) } }
  }

  for (const key of keys('wicc:')) if (!(read(key)?.at > Date.now() - longest)) forget(key)

  // What was sent is no longer kept when the page that follows says that it was taken; a page that sends it again knows no more yet.
  if (!document.querySelector('form[data-again]')) {
    const sent = attempt(() => sessionStorage.getItem(sentMark))
    attempt(() => sessionStorage.removeItem(sentMark))
    if (sent && document.querySelector('.done')) forget(sent)
  }

  const kept = new Map([...document.querySelectorAll('form[data-keep]')].map((form) => [form, keeping(form)]))
  window.wicc = { words, kept }

  // Who signs out leaves nothing on the device, and is asked where something would be lost.
  for (const form of document.querySelectorAll('form[action="/sign-out"]')) {
    form.addEventListener('submit', (event) => {
      const left = keys(own)
      if (left.length > 0 && !window.confirm(words.signOut)) event.preventDefault()
      else {
        for (const open of kept.values()) open.forget()
        left.forEach(forget)
      }
    })
  }
}
