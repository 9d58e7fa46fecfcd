package caspianwatch.web.desk;

/** A page that says one thing: an address that leads nowhere, an answer that could not be given. */
record NoticePage(Frame frame, String heading, String sentence) {}
