// What the HTML report can do beyond being read.
