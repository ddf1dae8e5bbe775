using System.ComponentModel;

namespace ZStack.Serialization;

/// <summary>Represents a method that reads a value.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="reader">The reader, positioned at the first token of the value. The method leaves it at the last token of the value.</param>
/// <returns>The value.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T JsonRead<T>(ref JsonReader reader);
