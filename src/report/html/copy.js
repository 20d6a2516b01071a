"use strict";

// Copies a phrasing's words, and says so on its button. Where the clipboard is closed to pages they
// are selected instead, and false comes back: then they can be copied by hand.
async function copyWords(button) {
  const text = button.closest(".phrase").querySelector(".words");
  let copied = false;
  try {
    await navigator.clipboard.writeText(text.textContent);
    copied = true;
  } catch {
    getSelection().selectAllChildren(text);
    copied = document.execCommand("copy");
  }
  button.firstChild.data = copied ? "Copied" : "Selected";
  setTimeout(() => { button.firstChild.data = "Copy"; }, 2000);
  return copied;
}
