package term

import "golang.org/x/sys/windows"

// outputCodePage is the code page of the console, 0 where there is no console.
func outputCodePage() uint32 {
	page, err := windows.GetConsoleOutputCP()
	if err != nil {
		return 0
	}
	return page
}
