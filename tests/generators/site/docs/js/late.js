// What an author's own script may do to the page, at the click of a button.
document.addEventListener("click", (event) => {
  const { dataset } = event.target;
  if ("late" in dataset) {
    const code = document.createElement("code");
    code.className = "language-bash";
    code.textContent = "aws s3 ls s3://<bucket> --profile <region>\n";
    const pre = document.createElement("pre");
    pre.append(code);
    document.getElementById("late").append(pre);
  } else if ("change" in dataset) {
    // The block's id may be on the block or on something around its code.
    const block = document.getElementById("changing");
    const code = block.matches("code") ? block : block.querySelector("code");
    code.textContent = "mc cp <file> <region>/<bucket>/\n";
  } else if ("drop" in dataset) {
    document.querySelector("#dropping pre").remove();
  }
});
