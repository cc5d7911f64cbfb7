//go:build !windows

package term

// outputCodePage is 0: code pages are a thing of Windows.
func outputCodePage() uint32 { return 0 }
