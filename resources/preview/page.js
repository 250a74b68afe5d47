// The page's side of the preview. It runs in a world of its own, which neither
// a post nor the content security policy can reach, and listens to nothing.
"use strict";
globalThis.galley = (() => {
  const main = document.getElementById("page");
  const root = document.documentElement;
  const blocks = []; // {element, lines}, in order

  function start(lines) {
    blocks.length = 0;
    lines.forEach((count, index) => blocks.push({ element: main.children[index], lines: count }));
  }

  function made(block) {
    const element = document.createElement("div");
    element.className = "block";
    element.innerHTML = block.html;
    return { element, lines: block.lines };
  }

  // An image that stays is kept as it is: a new element would be blank for a moment.
  function keepImages(gone, come) {
    const old = new Map();
    for (const { element } of gone) {
      for (const image of element.querySelectorAll("img[src]")) {
        old.set(image.getAttribute("src"), image);
      }
    }
    if (!old.size) return;
    for (const { element } of come) {
      for (const image of element.querySelectorAll("img[src]")) {
        const kept = old.get(image.getAttribute("src"));
        if (!kept) continue;
        old.delete(image.getAttribute("src"));
        for (const name of kept.getAttributeNames()) {
          if (name !== "src") kept.removeAttribute(name);
        }
        for (const { name, value } of image.attributes) {
          if (name !== "src") kept.setAttribute(name, value);
        }
        image.replaceWith(kept);
      }
    }
  }

  function splice(at, removed, added) {
    const come = added.map(made);
    const after = at + removed < blocks.length ? blocks[at + removed].element : null;
    const gone = blocks.splice(at, removed, ...come);
    keepImages(gone, come);
    const fragment = document.createDocumentFragment();
    for (const { element } of come) fragment.append(element);
    main.insertBefore(fragment, after);
    for (const { element } of gone) element.remove();
  }

  function patch(change) {
    // While the page is not complete it keeps its height, so that it does not jump up.
    if (!change.complete && !main.style.minHeight) main.style.minHeight = `${main.offsetHeight}px`;
    if (change.fromNothing) splice(0, blocks.length, []);
    for (const [at, removed, added] of change.splices) splice(at, removed, added);
    if (root.lang !== change.language) root.lang = change.language;
    if (change.complete && main.style.minHeight) main.style.minHeight = "";
    return blocks.length;
  }

  function theme(name) {
    root.className = name;
  }

  // Places where a line of the text meets a height of the page, from top to bottom.
  function anchors(index, first) {
    const { element, lines } = blocks[index];
    const box = element.getBoundingClientRect();
    const found = [[first, box.top]];
    for (const inner of element.querySelectorAll("[data-line]")) {
      const line = first + Number(inner.dataset.line);
      const top = inner.getBoundingClientRect().top;
      const last = found[found.length - 1];
      if (line > last[0] && line < first + lines && top >= last[1]) found.push([line, top]);
    }
    const next = blocks[index + 1];
    found.push([first + lines, next ? next.element.getBoundingClientRect().top : box.bottom]);
    return found;
  }

  function between(pairs, value, from, to) {
    for (let at = 1; at < pairs.length; at += 1) {
      const [low, high] = [pairs[at - 1], pairs[at]];
      if (value > high[from] && at + 1 < pairs.length) continue;
      const length = high[from] - low[from];
      const part = length > 0 ? Math.min(Math.max((value - low[from]) / length, 0), 1) : 0;
      return low[to] + part * (high[to] - low[to]);
    }
    return pairs.length ? pairs[0][to] : 0;
  }

  function scrollToLine(line) {
    let first = 0;
    for (let index = 0; index < blocks.length; index += 1) {
      const { lines } = blocks[index];
      if (line < first + lines) {
        const top = index === 0 && line <= 0 ? 0 : between(anchors(index, first), line, 0, 1) + scrollY;
        scrollTo({ top, behavior: "instant" });
        return;
      }
      first += lines;
    }
    scrollTo({ top: root.scrollHeight, behavior: "instant" });
  }

  // The line of the text that stands at a height of the window.
  function lineAt(height) {
    let low = 0;
    let high = blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (blocks[middle].element.getBoundingClientRect().top <= height) low = middle;
      else high = middle - 1;
    }
    let first = 0;
    for (let index = 0; index < low; index += 1) first += blocks[index].lines;
    return blocks.length ? between(anchors(low, first), height, 1, 0) : 0;
  }

  function topLine() {
    return scrollY <= 0 ? 0 : lineAt(0);
  }

  // The line that was clicked; null on a link, which is followed instead.
  function clickedLine(x, y) {
    const hit = document.elementFromPoint(x, y);
    if (!hit || hit.closest("a[href], summary") || !getSelection().isCollapsed) return null;
    return main.contains(hit) || hit.contains(main) ? lineAt(y) : null;
  }

  return { start, patch, theme, scrollToLine, topLine, clickedLine };
})();
