// Import this file first in a script: it ends the process with one line on a Node version that the script cannot run on.
'use strict';
require('./node-version.cjs').requireNode(require('../package.json').engines.node);
