/** The parts of a section, as links on top of each of its pages. */
export const SubNav = ({ label, items, path }: { label: string, items: ReadonlyArray<readonly [href: string, name: string]>, path: string }) => (
  <nav class='parts' aria-label={label}>
    <ul>{items.map(([href, name]) => <li key={href}><a href={href} aria-current={path === href ? 'page' : undefined}>{name}</a></li>)}</ul>
  </nav>
)
