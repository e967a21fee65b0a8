import { addCopyButtons } from './copy.js';
import { enableMenu } from './menu.js';
import { enableSearch } from './search-box.js';
import { enableThemeButton } from './theme-button.js';

addCopyButtons();
enableMenu();
enableSearch();
enableThemeButton();
