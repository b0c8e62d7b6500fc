const name = 'search-key'

/** Whether the key `/` opens the search: on until a reader turns it off, kept on the machine only. */
export const searchKey = {
  isOn: () => localStorage.getItem(name) !== 'off',
  set: (isOn: boolean) => localStorage.setItem(name, isOn ? 'on' : 'off'),
}
