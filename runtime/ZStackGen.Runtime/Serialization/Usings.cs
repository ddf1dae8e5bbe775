// Generated code and the runtime itself use the types of this namespace; application code does not need them.
global using ZStack.Serialization;
