/* global document */
// Escape puts away what a dot of the map shows, until another one is pointed at or gets the focus.
let shut = null
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return
  shut?.classList.remove('shut')
  shut = document.querySelector('.dots > li:is(:hover, :focus-within)')
  shut?.classList.add('shut')
})
for (const type of ['pointerover', 'focusin']) {
  document.addEventListener(type, ({ target }) => {
    if (shut === null || shut.contains(target)) return
    shut.classList.remove('shut')
    shut = null
  })
}
