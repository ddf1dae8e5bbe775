using System;

namespace ZStack.Simulation.Queries.Zql;

/// <summary>The exception that is thrown for an invalid ZQL text. The call fails with a business error.</summary>
internal sealed class ZqlException(string message) : Exception(message);
