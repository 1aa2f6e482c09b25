// What can be used, or stands for a picture, and has no name to be read out.
const nameless = [];
document.querySelectorAll('a, button, input, summary, [role=img], [role=region], [role=group], article')
  .forEach(e => {
    const name = e.getAttribute('aria-label')
      || (e.labels && [...e.labels].map(l => l.textContent).join(' '))
      || (e.matches('a, button, summary') && e.textContent);
    if (!name || !name.trim()) {
      nameless.push(e.outerHTML.slice(0, 80));
    }
  });
return nameless;
