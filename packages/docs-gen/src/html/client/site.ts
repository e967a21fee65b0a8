import { addCopyButtons } from './copy.js';
import { enableMenu } from './menu.js';
import { fillNavigation } from './navigation.js';
import { enableSearch } from './search-box.js';
import { enableThemeButton } from './theme-button.js';

fillNavigation();
addCopyButtons();
enableMenu();
enableSearch();
enableThemeButton();
