// The page's side of the preview. It runs in a world of its own, which neither
// a post nor the content security policy can reach, and listens to nothing that they say.
"use strict";
globalThis.galley = (() => {
  const SECTION = 48; // blocks in a section, about
  const LONG = 240; // blocks from which on sections out of sight are not laid out
  const HUGE = 300; // blocks from which on what is far out of sight is not even built
  const main = document.getElementById("page");
  const root = document.documentElement;
  const blocks = []; // {element, lines}, in order
  let opened = []; // sections that are laid out although they may be out of sight

  function start(lines) {
    const elements = [...main.children];
    main.replaceChildren();
    blocks.length = 0;
    insert(0, lines.map((count, index) => ({ element: elements[index], lines: count })));
    estimateNew();
  }

  // All at once: a parser for each of thousands of blocks would leave much to clear away.
  // `count` is how many blocks there will be; those of a huge page are not built yet.
  function made(come, count) {
    const waits = count > HUGE;
    const holder = document.createElement("div");
    const inner = waits ? () => "" : (block) => block.html;
    holder.innerHTML = come.map((block) => `<div class="block">${inner(block)}</div>`).join("");
    const elements = [...holder.children];
    if (waits) elements.forEach((element, index) => unbuilt.set(element, come[index].html));
    return elements.map((element, index) => ({ element, lines: come[index].lines }));
  }

  // --- a huge page: a section is built when it comes near the window, and then stays

  const unbuilt = new WeakMap(); // from a block's element to what will be in it
  const nearby = new IntersectionObserver(
    (entries) => entries.forEach((entry) => entry.isIntersecting && build(entry.target)),
    { rootMargin: "200% 0px" },
  );

  function fill(element) {
    const html = unbuilt.get(element);
    if (html === undefined) return;
    element.innerHTML = html;
    unbuilt.delete(element);
  }

  function build(section) {
    for (const element of section.children) fill(element);
    section.style.minHeight = "";
    nearby.unobserve(section);
  }

  // What the window shows now, and about as much on both sides.
  function buildNear() {
    for (const section of main.children) {
      const { top, bottom } = section.getBoundingClientRect();
      if (top > 2 * innerHeight) return;
      if (bottom > -innerHeight) build(section);
    }
  }

  // All of it, to be copied: what is not laid out could not be.
  function selectAll() {
    for (const section of main.children) build(section);
    main.classList.remove("long");
    getSelection().selectAllChildren(main);
  }

  // The target of a link within the page, where it was not built when the link was followed.
  function goTo(id) {
    if (document.getElementById(id)) return;
    for (const { element } of blocks) {
      if (!unbuilt.get(element)?.includes("id=")) continue;
      const holder = document.createElement("template");
      holder.innerHTML = unbuilt.get(element);
      if (!holder.content.getElementById(id)) continue;
      open(element);
      document.getElementById(id)?.scrollIntoView();
      return;
    }
  }

  // --- sections: a long page is laid out a piece at a time

  function newSection(elements) {
    const section = document.createElement("section");
    section.append(...elements);
    unsized.add(section);
    return section;
  }

  const unsized = new Set(); // sections that a patch made or changed much

  function estimateNew() {
    unsized.forEach(estimate);
    unsized.clear();
  }

  // A guess of the height, so that the scroll bar is about right from the start.
  function estimate(section) {
    let rows = 0;
    let waits = false;
    for (const element of section.children) {
      const html = unbuilt.get(element);
      const said = html === undefined ? element.textContent : html.replace(/<[^>]*>/g, "");
      rows += 0.8 + said.length / 36;
      waits ||= html !== undefined;
    }
    const height = `${Math.round(rows * 27)}px`;
    section.style.containIntrinsicSize = `auto ${height}`;
    if (waits) {
      section.style.minHeight = height;
      nearby.observe(section);
    }
  }

  function insert(at, come) {
    const before = blocks[at - 1]?.element;
    const after = blocks[at]?.element;
    blocks.splice(at, 0, ...come);
    const elements = come.map((block) => block.element);
    const section = before?.parentNode ?? after?.parentNode;
    if (section && elements.length + section.childElementCount <= 2 * SECTION) {
      if (before) before.after(...elements);
      else after.before(...elements);
      if (elements.length > 2 || elements.some((each) => unbuilt.has(each))) unsized.add(section);
      return;
    }
    // Sections of their own: what follows in the present section goes with them.
    const next = before ? section.nextSibling : section;
    const all = [...elements];
    if (before) {
      while (before.nextSibling) {
        all.push(before.nextSibling);
        before.nextSibling.remove();
      }
    }
    for (let from = 0; from < all.length; from += SECTION) {
      main.insertBefore(newSection(all.slice(from, from + SECTION)), next ?? null);
    }
  }

  function remove(at, count) {
    const gone = blocks.splice(at, count);
    for (const { element } of gone) {
      const section = element.parentNode;
      element.remove();
      if (!section.firstChild) section.remove();
    }
    return gone;
  }

  // Lay out the section of a block and its neighbours, to measure what is in them.
  function open(element) {
    const section = element.parentNode;
    const wanted = [section.previousSibling, section, section.nextSibling].filter(Boolean);
    for (const each of opened) if (!wanted.includes(each)) each.style.contentVisibility = "";
    for (const each of wanted) {
      build(each);
      each.style.contentVisibility = "visible";
    }
    opened = wanted;
  }

  // --- patches

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

  function splice(at, removed, come) {
    const gone = blocks.slice(at, at + removed);
    // A few that come in the place of what was built are built, with the images of that.
    const wasBuilt = gone.some(({ element }) => element.firstChild);
    if (wasBuilt && come.length <= SECTION) come.forEach(({ element }) => fill(element));
    keepImages(gone, come);
    if (removed === 1 && come.length === 1) {
      const { element } = come[0];
      gone[0].element.replaceWith(element);
      if (unbuilt.has(element)) unsized.add(element.parentNode);
      blocks[at] = come[0];
      return;
    }
    // What comes goes in first, so that its section is still there.
    insert(at, come);
    remove(at + come.length, removed);
  }

  function patch(change) {
    // While the page is not complete it keeps its height, so that it does not jump up.
    if (!change.complete && !main.style.minHeight) main.style.minHeight = `${main.offsetHeight}px`;
    if (change.fromNothing) remove(0, blocks.length);
    const added = change.splices.flatMap(([, , blocks]) => blocks);
    const gone = change.splices.reduce((count, [, removed]) => count + removed, 0);
    const come = made(added, blocks.length - gone + added.length);
    for (const [at, removed, added] of change.splices) {
      splice(at, removed, come.splice(0, added.length));
    }
    estimateNew();
    if (root.lang !== change.language) root.lang = change.language;
    main.classList.toggle("long", blocks.length > LONG);
    if (blocks.length > HUGE) buildNear();
    if (change.complete && main.style.minHeight) main.style.minHeight = "";
    return blocks.length;
  }

  function theme(name) {
    root.className = name;
  }

  // --- lines and heights

  // Places where a line of the text meets a height of the window, from top to bottom.
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
    found.push([first + lines, box.bottom]);
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
    return 0;
  }

  function scrollToLine(line) {
    let first = 0;
    for (let index = 0; index < blocks.length; index += 1) {
      const { element, lines } = blocks[index];
      if (line < first + lines) {
        if (index === 0 && line <= 0) scrollTo(0, 0);
        else {
          open(element);
          scrollTo(0, between(anchors(index, first), line, 0, 1) + scrollY);
        }
        return;
      }
      first += lines;
    }
    scrollTo(0, root.scrollHeight);
  }

  // The last child that begins above a height.
  function childAt(children, height) {
    let low = 0;
    let high = children.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (children[middle].getBoundingClientRect().top <= height) low = middle;
      else high = middle - 1;
    }
    return children[low];
  }

  // The line of the text that stands at a height of the window.
  function lineAt(height) {
    const section = childAt(main.children, height + 0.5);
    if (!section) return 0;
    build(section);
    const element = childAt(section.children, height + 0.5);
    let first = 0;
    for (let index = 0; index < blocks.length; index += 1) {
      if (blocks[index].element === element) return between(anchors(index, first), height, 1, 0);
      first += blocks[index].lines;
    }
    return 0;
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

  return { start, patch, theme, scrollToLine, topLine, clickedLine, selectAll, goTo };
})();
