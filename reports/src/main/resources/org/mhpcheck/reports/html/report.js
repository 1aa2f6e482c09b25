'use strict';
document.documentElement.classList.add('js');

// A counterexample is stepped through; the last step, which breaks the property, is shown first.
function stepper(trace) {
  const moments = [...trace.querySelectorAll('.moment')];
  const previous = trace.querySelector('.previous');
  const next = trace.querySelector('.next');
  const output = trace.querySelector('.stepper output');
  let at = moments.length - 1;
  function show(index) {
    at = Math.max(0, Math.min(moments.length - 1, index));
    moments.forEach((m, i) => m.classList.toggle('current', i === at));
    previous.disabled = at === 0;
    next.disabled = at === moments.length - 1;
    output.textContent = at === 0 ? 'boot' : 'step ' + at + ' of ' + (moments.length - 1);
  }
  previous.addEventListener('click', () => show(at - 1));
  next.addEventListener('click', () => show(at + 1));
  trace.addEventListener('keydown', event => {
    const to = {ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: moments.length - 1}[event.key];
    if (to !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
      show(to);
      event.preventDefault();
    }
  });
  show(at);
}
document.querySelectorAll('.trace').forEach(stepper);

// What a link points at is opened, with all that it lies in.
function open(hash) {
  const target = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
  if (!target) {
    return;
  }
  for (let e = target; e; e = e.parentElement) {
    if (e.tagName === 'DETAILS') {
      e.open = true;
      e.hidden = false;
    }
  }
  target.scrollIntoView();
}
window.addEventListener('hashchange', () => open(location.hash));
document.addEventListener('click', event => {
  const link = event.target.closest('a[href^="#"]');
  if (link && link.hash === location.hash) {
    open(link.hash);
  }
});
open(location.hash);

function matches(element, input) {
  return element.dataset.name.toLowerCase().includes(input.value.trim().toLowerCase());
}

const designs = document.getElementById('filter-designs');
const properties = document.getElementById('filter-properties');
const news = document.getElementById('filter-news');
function filterMatrix() {
  const columns = [...document.querySelectorAll('.matrix .column')];
  const rows = [...document.querySelectorAll('.matrix tbody tr')];
  const wanted = (row, i) => row.cells[i + 1].matches(news.checked ? '.bad, .open' : 'td');
  const shownRows = rows.filter(r => matches(r, designs)
    && columns.some((c, i) => matches(c, properties) && wanted(r, i)));
  const shownColumns = columns.map((c, i) => matches(c, properties)
    && (!news.checked || shownRows.some(r => wanted(r, i))));
  columns.forEach((c, i) => { c.hidden = !shownColumns[i]; });
  rows.forEach(r => {
    r.hidden = !shownRows.includes(r);
    shownColumns.forEach((shown, i) => { r.cells[i + 1].hidden = !shown; });
  });
  document.getElementById('filter-count').textContent =
    shownRows.length + ' of ' + rows.length + ' designs, '
    + shownColumns.filter(s => s).length + ' of ' + columns.length + ' properties';
}
[designs, properties, news].forEach(i => i.addEventListener('input', filterMatrix));
filterMatrix();

const scenarios = document.getElementById('filter-scenarios');
scenarios.addEventListener('input', () =>
  document.querySelectorAll('.scenario').forEach(s => { s.hidden = !matches(s, scenarios); }));

// index.html#print is the page with all of it open.
if (location.hash === '#print') {
  document.querySelectorAll('details').forEach(d => { d.open = true; });
}
