namespace ZStack;

// Reads a value without allocating a delegate for each call.
internal interface IValueReader<T>
{
    T Read(ref JsonReader reader);
}

internal readonly struct DelegateReader<T>(JsonRead<T> read) : IValueReader<T>
{
    public T Read(ref JsonReader reader) => read(ref reader);
}
