// Texts that stand out from what is behind them by less than 4.5 to 1 (WCAG 2, AA).
function parts(color) {
  return color.match(/[\d.]+/g).map(Number);
}
function luminance(rgb) {
  const [r, g, b] = rgb.map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function behind(element) {
  for (let e = element; e; e = e.parentElement) {
    const color = parts(getComputedStyle(e).backgroundColor);
    if (color.length === 3 || color[3] === 1) {
      return color.slice(0, 3);
    }
  }
  return [255, 255, 255];
}
const weak = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  const isSeen = walker.currentNode.textContent.trim() && element.checkVisibility()
    && !element.matches('script, style, button:disabled');
  if (isSeen) {
    const text = luminance(parts(getComputedStyle(element).color).slice(0, 3));
    const paper = luminance(behind(element));
    const ratio = (Math.max(text, paper) + 0.05) / (Math.min(text, paper) + 0.05);
    if (ratio < 4.5) {
      weak.push(ratio.toFixed(2) + ' ' + element.tagName + '.' + element.className + ' '
        + walker.currentNode.textContent.trim().slice(0, 40));
    }
  }
}
return weak;
