//! Yew components: plain data from the core in, HTML out, one callback for what the reader does.
