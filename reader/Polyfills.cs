#if NETSTANDARD2_0
// The compiler asks for this type to allow `init` and records; netstandard2.0 does not have it.
namespace System.Runtime.CompilerServices;

internal static class IsExternalInit;
#endif
