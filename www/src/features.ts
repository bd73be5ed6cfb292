/** The features of the page, one line each; every module adds its commands, panels and card sections to `registry`. */
