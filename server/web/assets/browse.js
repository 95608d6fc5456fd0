/* global document, window */
// Narrows a list down as soon as something is chosen: what the form does without this with its button.
document.addEventListener('htmx:config:request', ({ detail: { ctx: { request: { body } } } }) => {
  // Fields that nobody filled in say nothing, and would stand in the address.
  for (const [name, value] of [...body ?? []]) if (value === '') body.delete(name)
})

// What is no list (too many requests, say) is a page of its own.
document.addEventListener('htmx:before:response', (event) => {
  const { response, request } = event.detail.ctx
  if (response.status < 400) return
  event.preventDefault()
  window.location.assign(request.action)
})

// What had the focus may be gone with what it stood for.
let had = false
document.addEventListener('htmx:before:swap', () => { had = document.activeElement !== document.body })
document.addEventListener('htmx:after:swap', () => {
  if (had && document.activeElement === document.body) document.getElementById('found')?.focus()
})
