using System;

namespace ZStack.Simulation.Queries.Zql;

/// <summary>A ZQL text that cannot be carried out, which a ZStack answers as a business error.</summary>
internal sealed class ZqlException(string message) : Exception(message);
