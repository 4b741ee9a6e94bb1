// Import this file first in a script. It ends the process with one line on an unsupported Node version.
'use strict';
require('./node-version.cjs').requireNode(require('../package.json').engines.node);
