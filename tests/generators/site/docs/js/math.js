// In the place of MathJax: as it does, this puts an element of its own where a formula was.
const typeset = () => {
  for (const formula of document.querySelectorAll(".arithmatex:not(:has(mjx-container))")) {
    const typeset = document.createElement("mjx-container");
    typeset.textContent = formula.textContent.replace(/^\\\(|\\\)$/g, "");
    formula.replaceChildren(typeset);
  }
};
if (window.document$) window.document$.subscribe(typeset);
else addEventListener("DOMContentLoaded", typeset);
