namespace ZStack;

// Reads the result of an action.
internal readonly struct ActionReader(ZStackAction action) : IValueReader<ZStackResult>
{
    public ZStackResult Read(ref JsonReader reader) => action.ReadAny(ref reader);
}
