package seal

// hidden keeps a secret in a function. fmt asks no Format method of what stands in an unexported field, and follows
// pointers; a function it shows as an address.
type hidden[T any] func() T

func hide[T any](secret T) hidden[T] { return func() T { return secret } }
