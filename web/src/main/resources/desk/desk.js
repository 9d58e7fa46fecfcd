// The page works before this; modules add the ticking clock, the list's memory, the live line and the keys.
import './time.js';
import './list.js';
import './live.js';
import './keys.js';
import './feeds.js';
