namespace ZStack;

// Reads a value without a delegate per call.
internal interface IValueReader<T>
{
    T Read(ref ZStackJsonReader reader);
}

internal readonly struct DelegateReader<T>(JsonRead<T> read) : IValueReader<T>
{
    public T Read(ref ZStackJsonReader reader) => read(ref reader);
}
