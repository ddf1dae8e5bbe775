namespace ZStack.Serialization;

/// <summary>Reads one value.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="reader">Stands at the value's first token and is left at its last.</param>
/// <returns>The value.</returns>
public delegate T JsonRead<T>(ref JsonReader reader);
