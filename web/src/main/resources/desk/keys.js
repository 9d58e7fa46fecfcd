// Keys. A Latin letter counts as typed, any other layout by the physical key. None works in a field or with a modifier.
import { current, list, move, open, rows, say } from './list.js';
import { nextZone } from './time.js';
import { show } from './live.js';

const OFF = 'cw-keys-off';
const enabled = () => localStorage.getItem(OFF) !== 'yes';

// g, then the page's letter, within two seconds.
const PAGES = { w: '/wire', f: '/feeds' };
let going = 0;

const keys = {
  g: () => { going = Date.now(); },
  j: () => move(1),
  k: () => move(-1),
  o: () => { const row = current() || rows()[0]; if (row) open(row); },
  e: () => { const why = document.getElementById('why') || document.querySelector('.pane'); why?.focus({ preventScroll: true }); why?.scrollIntoView({ block: 'nearest' }); },
  x: () => { if (document.body.dataset.query) location.href = '/wire'; },
  z: () => say(`Times in ${nextZone()}.`),
  '.': show,
  '/': () => document.querySelector('.find input').focus(),
  '?': () => { location.href = '/keys'; }
};

function escape() {
  const facet = document.querySelector('details[open]');
  if (facet) { facet.open = false; facet.querySelector('summary').focus(); return; }
  if (list) { (current() || rows()[0])?.querySelector('.hl').focus({ preventScroll: true }); return; }
  // We send no referrer, so the list itself remembers which row was opened.
  if (history.length > 1 && location.pathname === `/article/${sessionStorage.getItem('cw-row')}`) history.back();
  else location.href = document.querySelector('.back')?.href || '/wire';
}

function letter(event) {
  if (/^[a-z]$/i.test(event.key)) return event.shiftKey ? '' : event.key.toLowerCase();
  if (/^[!-~]$/.test(event.key)) return event.key;
  if (/^Key[A-Z]$/.test(event.code)) return event.shiftKey ? '' : event.code.slice(3).toLowerCase();
  if (event.code === 'Slash') return event.shiftKey ? '?' : '/';
  return event.code === 'Period' ? '.' : '';
}

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const field = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
  if (event.key === 'Escape') { if (field) event.target.blur(); event.preventDefault(); escape(); return; }
  if (field || !enabled()) return;
  const typed = letter(event), page = Date.now() - going < 2000 && PAGES[typed];
  going = 0;
  if (page) { event.preventDefault(); location.href = page; return; }
  const act = keys[typed];
  if (act) { event.preventDefault(); act(); }
});

document.addEventListener('click', (event) => {
  for (const facet of document.querySelectorAll('details[open]')) if (!facet.contains(event.target)) facet.open = false;
});

const line = document.getElementById('switch');
if (line) {
  const word = line.querySelector('b'), button = line.querySelector('button');
  const write = () => { word.textContent = enabled() ? 'on' : 'off'; button.textContent = enabled() ? 'Turn them off' : 'Turn them on'; };
  button.addEventListener('click', () => { localStorage.setItem(OFF, enabled() ? 'yes' : 'no'); write(); });
  line.hidden = false;
  write();
}
